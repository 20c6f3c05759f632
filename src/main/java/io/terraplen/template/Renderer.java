package io.terraplen.template;

import freemarker.core.Environment;
import freemarker.core.InvalidReferenceException;
import freemarker.core.NonBooleanException;
import freemarker.core.NonHashException;
import freemarker.core.NonSequenceOrCollectionException;
import freemarker.core.NonStringOrTemplateOutputException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.terraplen.text.Pos;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Renders views with templates into HCL. What a template can do is in {@link TemplateDirectives};
 * what may stand in its holes is in {@link HclOutputFormat}. The FreeMarker configuration here
 * closes the rest: no classes, no loading of other templates, no methods of objects.
 *
 * <p>Each template is read once; a renderer may be shared between threads.
 */
public final class Renderer {

  private final TemplateSource templates;
  private final Configuration freemarker;
  private final Map<String, Template> parsed = new ConcurrentHashMap<>();

  public Renderer(TemplateSource templates) {
    this.templates = templates;
    this.freemarker = configuration();
  }

  private static Configuration configuration() {
    silenceLogging();
    Configuration config = new Configuration(Configuration.VERSION_2_3_35);
    // Templates are handed over as text; without a loader none can reach another.
    config.setTemplateLoader(null);
    config.setObjectWrapper(new Views());
    config.setOutputFormat(HclOutputFormat.INSTANCE);
    config.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
    config.setRecognizeStandardFileExtensions(false);
    config.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    config.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
    config.setTabSize(1);
    config.setLocale(Locale.ROOT);
    config.setDefaultEncoding("UTF-8");
    config.setNumberFormat("c");
    config.setBooleanFormat("c");
    config.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    config.setAPIBuiltinEnabled(false);
    config.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    config.setLogTemplateExceptions(false);
    config.setWrapUncheckedExceptions(false);
    return config;
  }

  /** Failures reach the caller; and looking for a logging library would cost time at the start. */
  @SuppressWarnings("deprecation") // its replacement is a system property, read by all in the JVM
  private static void silenceLogging() {
    try {
      Logger.selectLoggerLibrary(Logger.LIBRARY_NONE);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The file that a template makes of a view.
   *
   * @param path the template's path, {@code modules/app/services.tf.ftl}
   * @param view a record, or a map with names as keys
   * @throws TemplateFailure if the template is wrong, or does not fit the view
   */
  public String render(String path, Object view) {
    Template template = parsed.computeIfAbsent(path, this::parse);
    StringBuilder out = new StringBuilder(4096);
    HclWriter writer = new HclWriter(out);
    try {
      Environment environment = template.createProcessingEnvironment(view, writer);
      environment.process();
    } catch (TemplateException e) {
      throw failure(template, e);
    } catch (IOException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw failure(template, refusal);
      }
      throw new UncheckedIOException(e);
    }
    try {
      writer.end();
    } catch (Refusal e) {
      throw new TemplateFailure(Pos.startOf(template.getSourceName()), e.reason());
    }
    return out.toString();
  }

  /**
   * A file that stands beside the templates and is no template: copied as it is.
   *
   * @throws TemplateFailure if there is none at this path
   */
  public String text(String path) {
    return source(path).content();
  }

  private TemplateSource.Source source(String path) {
    return templates
        .find(path)
        .orElseThrow(
            () -> new TemplateFailure(Pos.startOf(path), "there is no template `" + path + "`"));
  }

  private Template parse(String path) {
    TemplateSource.Source source = source(path);
    String content = source.content().replace("\r\n", "\n");
    try {
      return new Template(path, source.file(), new StringReader(content), freemarker);
    } catch (ParseException e) {
      // What a template may hold is less than FreeMarker reads, and we can say it better.
      List<TemplateDirectives.Problem> problems = TemplateDirectives.check(source.file(), content);
      if (!problems.isEmpty()) {
        throw new TemplateFailure(problems.get(0).pos(), problems.get(0).message());
      }
      throw new TemplateFailure(
          pos(source.file(), e.getLineNumber(), e.getColumnNumber(), 0),
          "this directive or hole is not closed, or does not fit what stands before it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TemplateFailure failure(Template template, TemplateException e) {
    int down = e instanceof Refusal refusal ? refusal.linesDown() : 0;
    return new TemplateFailure(
        pos(template.getSourceName(), e.getLineNumber(), e.getColumnNumber(), down), words(e));
  }

  private static Pos pos(String file, @Nullable Integer line, @Nullable Integer column, int down) {
    if (line == null || line < 1) {
      return Pos.startOf(file);
    }
    int shown = down > 0 || column == null || column < 1 ? 1 : column;
    return Pos.of(file, line + down, shown, 0);
  }

  private static String words(TemplateException e) {
    if (e instanceof Refusal refusal) {
      return refusal.reason();
    }
    String blamed = e.getBlamedExpressionString();
    String what = blamed == null ? "this" : "`" + blamed + "`";
    if (e instanceof InvalidReferenceException) {
      return what + " is not in the view, or has no value here: ask with `<#if " + blamed + "??>`";
    } else if (e instanceof NonBooleanException) {
      return what + " is no flag: to ask whether it is present, write `<#if " + blamed + "??>`";
    } else if (e instanceof NonSequenceOrCollectionException) {
      return what + " is no list";
    } else if (e instanceof NonStringOrTemplateOutputException) {
      return what + " has parts: a hole takes text, a number, a flag or a reference";
    } else if (e instanceof NonHashException) {
      return what + " has no parts";
    }
    return what + " is more than a template can do";
  }
}
