"""Know the Guidelines: anonymous questions in, plain-language explanations out, nothing kept."""
