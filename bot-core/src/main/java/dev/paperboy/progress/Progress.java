package dev.paperboy.progress;

/** Told how far a long job has come; may be called often, from one thread at a time. */
public interface Progress {
  /**
   * @param what the job in a few words ("fetching 14 days")
   * @param total 0 where it is not known
   */
  void at(String what, long done, long total);

  /** The job is over, well or not; its line may be taken away. */
  default void over() {}

  Progress SILENT = (what, done, total) -> {};
}
