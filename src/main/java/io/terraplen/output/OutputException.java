package io.terraplen.output;

/**
 * A folder could not be compared or written. The message is fit for a user: it names the file or
 * folder relative to the project and says what to do. The generated files are as they were, unless
 * the message says otherwise.
 */
public final class OutputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutputException(String message) {
    super(message);
  }

  OutputException(String message, Throwable cause) {
    super(message, cause);
  }
}
