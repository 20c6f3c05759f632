package io.terraplen.rule.app;

import io.terraplen.catalog.Catalog;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the schedules of EventBridge rules, Scheduler and Backup, and says what is wrong. */
final class Cron {

  /**
   * What is wrong with a schedule.
   *
   * @param hint what is expected
   * @param instead the same schedule written rightly, where there is only one such
   */
  record Fault(String message, String hint, @Nullable String instead) {}

  /**
   * Who reads a schedule, and in which forms beside {@code cron(...)} (aws-limits.json,
   * eventBridgeSchedule.forms and backup.schedule).
   */
  enum Taker {
    /** An EventBridge rule. */
    RULE("rate(5 minutes)"),
    /** EventBridge Scheduler, which also knows a single time. */
    SCHEDULER("rate(5 minutes) or at(2027-01-31T03:00:00)"),
    /** AWS Backup, which takes cron alone. */
    BACKUP("");

    private final String others;

    Taker(String others) {
      this.others = others;
    }

    /** What may be written. */
    private String forms() {
      return FORM + (others.isEmpty() ? "" : " or " + others);
    }
  }

  private static final String FORM = "cron(minutes hours day-of-month month day-of-week year)";
  private static final int FIELDS = 6;
  private static final int DAY_OF_MONTH = 2;
  private static final int DAY_OF_WEEK = 4;
  private static final Pattern CALL = Pattern.compile("(?s)\\s*([a-z]+)\\s*\\((.*)\\)\\s*");
  private static final Pattern RATE = Pattern.compile("(\\d{1,9}) +(minute|hour|day)(s?)");

  private final List<Catalog.CronField> fields;
  private final Taker taker;

  /**
   * A reader.
   *
   * @param taker who is to read the schedules
   */
  Cron(Catalog.Schedules schedules, Taker taker) {
    this.fields = schedules.fields();
    this.taker = taker;
  }

  /** What is wrong with a schedule, if anything is. */
  Optional<Fault> fault(String schedule) {
    Matcher call = CALL.matcher(schedule);
    if (!call.matches()) {
      String[] words = schedule.trim().split("\\s+");
      return fault(
          "`" + schedule + "` is no schedule",
          "write " + taker.forms(),
          words.length == FIELDS - 1 || words.length == FIELDS ? mended(words) : null);
    }
    String body = call.group(2).trim();
    return switch (call.group(1)) {
      case "cron" -> cron(body.split("\\s+"));
      case "rate" ->
          taker != Taker.BACKUP
              ? rate(body)
              : fault("AWS Backup takes no `rate`", "write " + FORM, /* instead= */ null);
      case "at" ->
          taker == Taker.SCHEDULER
              ? at(body)
              : fault(
                  "`at(...)` is no schedule here", "write " + taker.forms(), /* instead= */ null);
      default ->
          fault(
              "`" + call.group(1) + "(...)` is no schedule here",
              "write " + taker.forms(),
              /* instead= */ null);
    };
  }

  private Optional<Fault> rate(String body) {
    Matcher rate = RATE.matcher(body);
    if (!rate.matches() || Integer.parseInt(rate.group(1)) == 0) {
      return fault(
          "`rate(" + body + ")` is no rate",
          "write a number from 1 on and a unit: rate(1 hour), rate(5 minutes), rate(7 days)",
          /* instead= */ null);
    }
    boolean one = Integer.parseInt(rate.group(1)) == 1;
    if (one == rate.group(3).isEmpty()) {
      return Optional.empty();
    }
    String unit = rate.group(2) + (one ? "" : "s");
    return fault(
        "the unit of `rate(" + body + ")` does not agree with its number",
        "AWS wants the singular for 1, the plural for more",
        "rate(" + rate.group(1) + " " + unit + ")");
  }

  private static Optional<Fault> at(String body) {
    try {
      // "2027-01-31T03:00" is a time as well, but not one that Scheduler takes.
      if (body.length() == "yyyy-mm-ddThh:mm:ss".length()) {
        LocalDateTime.parse(body);
        return Optional.empty();
      }
    } catch (DateTimeParseException e) {
      // falls through: there is no such time
    }
    return fault(
        "`at(" + body + ")` is no time",
        "write a date and a time to the second, such as at(2027-01-31T03:00:00)",
        /* instead= */ null);
  }

  private Optional<Fault> cron(String[] words) {
    if (words.length != FIELDS) {
      return fault(
          "a cron expression of AWS has 6 fields, this one has " + words.length,
          "write " + FORM,
          words.length == FIELDS - 1 ? mended(words) : null);
    }
    boolean anyDayOfMonth = words[DAY_OF_MONTH].equals("?");
    boolean anyDayOfWeek = words[DAY_OF_WEEK].equals("?");
    for (int i = 0; i < FIELDS; i++) {
      Optional<Fault> fault = field(fields.get(i), words[i]);
      if (fault.isPresent()) {
        return fault;
      }
    }
    if (anyDayOfMonth == anyDayOfWeek) {
      return fault(
          anyDayOfMonth
              ? "both day fields are `?`"
              : "neither the day of the month nor the day of the week is `?`",
          "exactly one of the two day fields is `?`",
          mended(words));
    }
    return Optional.empty();
  }

  /**
   * The expression with a year, and a {@code ?} where every day was meant, if that makes it right.
   */
  private @Nullable String mended(String[] words) {
    String[] mended = new String[FIELDS];
    System.arraycopy(words, 0, mended, 0, words.length);
    if (words.length < FIELDS) {
      // Five fields are the cron of Unix, whose weekdays count from 0: only names mean the same.
      if (words[DAY_OF_WEEK].matches(".*\\d.*")) {
        return null;
      }
      mended[FIELDS - 1] = "*";
    }
    if (mended[DAY_OF_WEEK].equals("*")) {
      mended[DAY_OF_WEEK] = "?";
    } else if (mended[DAY_OF_MONTH].equals("*")) {
      mended[DAY_OF_MONTH] = "?";
    }
    boolean right = !mended[DAY_OF_MONTH].equals("?") || !mended[DAY_OF_WEEK].equals("?");
    right &= mended[DAY_OF_MONTH].equals("?") || mended[DAY_OF_WEEK].equals("?");
    for (int i = 0; i < FIELDS; i++) {
      right &= field(fields.get(i), mended[i]).isEmpty();
    }
    return right ? "cron(" + String.join(" ", mended) + ")" : null;
  }

  private static Optional<Fault> field(Catalog.CronField field, String text) {
    String[] items = text.split(",", -1);
    for (String item : items) {
      if (!isItem(field, item) || (item.contains("#") && items.length > 1)) {
        return fault(
            "`" + text + "` does not fit the field " + words(field.name()),
            "it takes "
                + field.min()
                + " to "
                + field.max()
                + (field.names().isEmpty()
                    ? ""
                    : ", " + field.names().get(0) + " to " + last(field.names()))
                + ", and "
                + String.join(" ", field.wildcards()),
            /* instead= */ null);
      }
    }
    return Optional.empty();
  }

  private static boolean isItem(Catalog.CronField field, String item) {
    int slash = item.indexOf('/');
    if (slash >= 0) {
      return field.wildcards().contains("/")
          && isRange(field, item.substring(0, slash))
          && item.substring(slash + 1).matches("[1-9]\\d{0,3}");
    }
    if (item.equals("?") || item.equals("L")) {
      return field.wildcards().contains(item);
    }
    if (field.wildcards().contains("W") && item.endsWith("W")) {
      String day = item.substring(0, item.length() - 1);
      return day.equals("L") || isValue(field, day);
    }
    if (field.wildcards().contains("#") && item.contains("#")) {
      int hash = item.indexOf('#');
      return isValue(field, item.substring(0, hash)) && item.substring(hash).matches("#[1-5]");
    }
    if (field.wildcards().contains("L") && item.endsWith("L")) {
      return isValue(field, item.substring(0, item.length() - 1));
    }
    return isRange(field, item);
  }

  private static boolean isRange(Catalog.CronField field, String text) {
    if (text.equals("*")) {
      return true;
    }
    String[] ends = text.split("-", -1);
    return ends.length <= 2
        && isValue(field, ends[0])
        && (ends.length == 1 || isValue(field, ends[1]));
  }

  private static boolean isValue(Catalog.CronField field, String text) {
    if (text.matches("\\d{1,4}")) {
      int number = Integer.parseInt(text);
      return number >= field.min() && number <= field.max();
    }
    return field.names().contains(text.toUpperCase(Locale.ROOT));
  }

  /** {@code dayOfMonth} as words. */
  private static String words(String name) {
    return name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String last(List<String> names) {
    return names.get(names.size() - 1);
  }

  private static Optional<Fault> fault(String message, String hint, @Nullable String instead) {
    return Optional.of(new Fault(message, hint, instead));
  }
}
