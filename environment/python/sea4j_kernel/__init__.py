"""The Java kernel with sea4j: how it is started, and what is told where it cannot be."""
