package io.terraplen.template;

import freemarker.template.TemplateModelException;

/**
 * Something that may not be written where a template writes it. FreeMarker adds the place of the
 * element that is being rendered.
 */
final class Refusal extends TemplateModelException {

  private final String reason;
  private final int linesDown;

  Refusal(String reason) {
    this(reason, 0);
  }

  /**
   * A refusal of the template's own text.
   *
   * @param linesDown how many lines below the start of the text the offence stands
   */
  Refusal(String reason, int linesDown) {
    super(reason);
    this.reason = reason;
    this.linesDown = linesDown;
  }

  /** Our words alone; {@link #getMessage} is FreeMarker's, with its stack. */
  String reason() {
    return reason;
  }

  int linesDown() {
    return linesDown;
  }
}
