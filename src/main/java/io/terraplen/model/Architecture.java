package io.terraplen.model;

/** The processors that a Fargate task runs on. */
public enum Architecture {
  X86_64,
  ARM64
}
