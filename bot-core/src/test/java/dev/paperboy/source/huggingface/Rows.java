package dev.paperboy.source.huggingface;

/** Rows as Hugging Face lists them: real papers, retold in a sentence. */
final class Rows {
  static final String ATTENTION =
      """
      {
        "paper": {
          "id": "1706.03762",
          "authors": [
            {"_id": "1", "name": "Ashish Vaswani", "hidden": false},
            {"_id": "2", "name": "Noam Shazeer", "hidden": true},
            {"_id": "3", "name": " Niki\\nParmar ", "hidden": false,
             "user": {"_id": "9", "avatarUrl": "/avatars/1.svg", "fullname": "Niki P."}}
          ],
          "publishedAt": "2017-06-12T00:00:00.000Z",
          "submittedOnDailyAt": "2026-08-12T00:00:00.000Z",
          "title": "Attention Is All\\n  You Need",
          "summary": "A model for translation\\nthat needs neither recurrence nor convolution.",
          "upvotes": 72,
          "ai_summary": "Attention alone\\nsuffices.",
          "ai_keywords": ["attention", " Attention ", "transformer", 7, ""],
          "githubRepo": "https://github.com/tensorflow/tensor2tensor",
          "githubStars": 15000,
          "projectPage": "javascript:alert(1)",
          "organization": {"_id": "5", "name": "google", "fullname": "Google"},
          "mediaUrls": ["https://cdn-uploads.huggingface.co/x.mp4"],
          "source": null
        },
        "publishedAt": "2017-06-11T20:00:00.000Z",
        "title": "Attention Is All You Need",
        "summary": "The outer summary.",
        "thumbnail": "https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/1706.03762.png",
        "numComments": 3,
        "submittedBy": {"name": "somebody"},
        "isAuthorParticipating": false
      }
      """;

  static final String BERT =
      """
      {
        "paper": {
          "id": "1810.04805v2",
          "authors": [],
          "publishedAt": "2018-10-11T00:50:01.000Z",
          "title": "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
          "upvotes": 14,
          "githubRepo": "google-research/bert"
        },
        "summary": "Only the outer one is there.",
        "numComments": 0
      }
      """;

  private Rows() {}

  static String list(String... rows) {
    return "[" + String.join(",\n", rows) + "]";
  }

  /** A row with no more than it must have. */
  static String row(String id, int upvotes) {
    return """
    {"paper": {"id": "%s", "title": "Paper %s", "upvotes": %d}, "numComments": 1}\
    """
        .formatted(id, id, upvotes);
  }
}
