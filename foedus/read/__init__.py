"""Text in, claims out: functions from a document to spans and claims, with no memory."""
