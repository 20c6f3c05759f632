package io.terraplen.template;

import freemarker.core.MarkupOutputFormat;
import freemarker.core.TemplateMarkupOutputModel;
import freemarker.template.TemplateBooleanModel;
import java.math.BigDecimal;

/**
 * What a hole can hold besides plain text. FreeMarker takes it for markup, so that it reaches
 * {@link HclOutputFormat} as it is; and since nothing here is a number to FreeMarker, templates
 * cannot calculate.
 */
abstract sealed class HclValue implements TemplateMarkupOutputModel<HclValue> {

  abstract void writeTo(HclWriter out) throws Refusal;

  @Override
  public MarkupOutputFormat<HclValue> getOutputFormat() {
    return HclOutputFormat.INSTANCE;
  }

  /** A reference or another expression of ours. */
  static final class Code extends HclValue {
    private final Ref ref;

    Code(Ref ref) {
      this.ref = ref;
    }

    @Override
    void writeTo(HclWriter out) throws Refusal {
      out.code(ref.code());
    }
  }

  /** A number, written without grouping or exponent. */
  static final class Numeral extends HclValue {
    private final Number number;

    Numeral(Number number) {
      this.number = number;
    }

    @Override
    void writeTo(HclWriter out) throws Refusal {
      if (number instanceof Integer || number instanceof Long) {
        out.literal(number.toString());
        return;
      }
      BigDecimal exact = new BigDecimal(number.toString());
      out.literal(exact.stripTrailingZeros().toPlainString());
    }
  }

  /** A flag, which {@code <#if>} can ask and a hole can show. */
  static final class Flag extends HclValue implements TemplateBooleanModel {
    private final boolean value;

    Flag(boolean value) {
      this.value = value;
    }

    @Override
    public boolean getAsBoolean() {
      return value;
    }

    @Override
    void writeTo(HclWriter out) throws Refusal {
      out.literal(Boolean.toString(value));
    }
  }

  /** Text that a template escaped by hand; it is escaped once, when it is written. */
  static final class Text extends HclValue {
    private final String text;

    Text(String text) {
      this.text = text;
    }

    @Override
    void writeTo(HclWriter out) throws Refusal {
      out.text(text);
    }
  }
}
