package io.terraplen.template;

import freemarker.core.MarkupOutputFormat;
import freemarker.template.TemplateModelException;
import java.io.Writer;

/**
 * HCL as FreeMarker writes it: a hole's value is escaped when it is written, by the {@link
 * HclWriter} that knows what surrounds it. Whatever would let a value reach the output by another
 * way (a capture, markup made of text) is refused.
 */
final class HclOutputFormat extends MarkupOutputFormat<HclValue> {

  static final HclOutputFormat INSTANCE = new HclOutputFormat();

  private HclOutputFormat() {}

  @Override
  public String getName() {
    return "HCL";
  }

  @Override
  public String getMimeType() {
    return "text/x-hcl";
  }

  @Override
  public boolean isOutputFormatMixingAllowed() {
    return false;
  }

  @Override
  public void output(String text, Writer out) throws TemplateModelException {
    following(out).text(text);
  }

  @Override
  public void output(HclValue value, Writer out) throws TemplateModelException {
    value.writeTo(following(out));
  }

  private static HclWriter following(Writer out) throws Refusal {
    if (out instanceof HclWriter writer) {
      return writer;
    }
    throw new Refusal("a template cannot keep output for later");
  }

  @Override
  public HclValue fromPlainTextByEscaping(String text) {
    return new HclValue.Text(text);
  }

  @Override
  public HclValue fromMarkup(String markup) throws TemplateModelException {
    throw new Refusal("text cannot be turned into code");
  }

  @Override
  public String escapePlainText(String text) throws TemplateModelException {
    throw new Refusal("text is escaped where it is written, not before");
  }

  @Override
  public HclValue concat(HclValue left, HclValue right) throws TemplateModelException {
    throw new Refusal("values are put together in Java, not in a template");
  }

  @Override
  public String getSourcePlainText(HclValue value) throws TemplateModelException {
    throw new Refusal("a value has no text of its own");
  }

  @Override
  public String getMarkupString(HclValue value) throws TemplateModelException {
    throw new Refusal("a value has no text of its own");
  }

  @Override
  public boolean isEmpty(HclValue value) {
    return false;
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String name) {
    return false;
  }

  @Override
  public boolean isAutoEscapedByDefault() {
    return true;
  }
}
