"""文书: the papers of a household, asked for by the law or wanted, written, issued, made void."""
