// Paths without a file extension belong to the single-page application: they all show index.html.
// Only the default behaviour runs this, so what an API answers stays as it is.
function handler(event) {
  var request = event.request;
  var lastSegment = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (lastSegment.indexOf('.') === -1) {
    request.uri = '/index.html';
  }
  return request;
}
