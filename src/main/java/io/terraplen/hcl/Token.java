package io.terraplen.hcl;

/**
 * A piece of HCL source. The tokens of a source, joined with the white space between them, are the
 * source.
 *
 * @param text the piece as written
 * @param start where it begins in the source, in UTF-16 units
 * @param line its line, from 1
 * @param column its column, from 1, in code points
 */
public record Token(Kind kind, String text, int start, int line, int column) {

  /** What a token is. */
  public enum Kind {
    /** A name, a keyword, {@code true}, {@code null}. */
    IDENTIFIER,
    NUMBER,
    /** {@code "} that begins a quoted template. */
    QUOTE_OPEN,
    /** {@code "} that ends one. */
    QUOTE_CLOSE,
    /** Literal text of a quoted template or a heredoc, escapes as written. */
    TEXT,
    /** <code>${</code> or <code>${~</code>. */
    INTERPOLATION,
    /** <code>%{</code> or <code>%{~</code>. */
    DIRECTIVE,
    /** <code>}</code> or <code>~}</code> that ends one of these. */
    TEMPLATE_END,
    /** {@code <<END} or {@code <<-END}, up to and with the line's end. */
    HEREDOC_OPEN,
    /** The line that ends a heredoc, without the line's end. */
    HEREDOC_CLOSE,
    /** Brackets, operators, commas, dots, {@code =}. */
    PUNCTUATION,
    /** {@code #} or {@code //} to the end of the line, or from slash-star to star-slash. */
    COMMENT,
    NEWLINE,
    /** A character that HCL has no use for, or an end that never came. */
    INVALID,
    END
  }

  /** Where it ends in the source. */
  public int end() {
    return start + text.length();
  }

  /** Whether it is punctuation of this spelling. */
  public boolean is(String punctuation) {
    return kind == Kind.PUNCTUATION && text.equals(punctuation);
  }

  /** Whether it is a name of this spelling. */
  public boolean isWord(String word) {
    return kind == Kind.IDENTIFIER && text.equals(word);
  }
}
