package io.terraplen.template;

import io.terraplen.text.Pos;

/** A template that cannot be rendered: where in it, and why, in words for who writes templates. */
public final class TemplateFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Pos pos;
  private final String reason;

  public TemplateFailure(Pos pos, String reason) {
    super(pos + ": " + reason);
    this.pos = pos;
    this.reason = reason;
  }

  /** The place in the template. */
  public Pos pos() {
    return pos;
  }

  /** What is wrong there, without the place. */
  public String reason() {
    return reason;
  }
}
