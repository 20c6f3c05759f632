package io.terraplen.proof;

import io.terraplen.hcl.Expression;
import java.util.List;

/** What the names at the start of references stand for. */
interface References {

  /** The value that a reference leads to; one that leads nowhere is reported. */
  Static resolve(
      Expression.Name name, List<Inference.Step> steps, Scope scope, Inference inference);
}
