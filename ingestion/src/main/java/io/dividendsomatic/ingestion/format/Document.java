package io.dividendsomatic.ingestion.format;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** A file's bytes, and the shapes in which formats look at them; each shape is made, or refused, once. */
public final class Document {
    private final byte[] content;
    private final Once<Boolean> unicode;
    private final Map<Charset, Once<SourceText>> texts = new HashMap<>();
    private final Map<Dialect, Once<CsvTable>> tables = new HashMap<>();

    public Document(byte[] content) {
        this.content = content;
        this.unicode = new Once<>(() -> Encoding.of(content).reads(content));
    }

    /** The text as the bytes tell their encoding. Throws RefusedFile for what is not text. */
    public SourceText text() {
        return text(Dialect.PLAIN);
    }

    /** The text, in the dialect's encoding where the bytes are not Unicode. Throws RefusedFile for what is not text. */
    public SourceText text(Dialect dialect) {
        return texts.computeIfAbsent(
                        needed(dialect).encoding(), encoding -> new Once<>(() -> SourceText.decode(content, encoding)))
                .get();
    }

    /** The records of a table. Throws RefusedFile for what is none. */
    public CsvTable table(Dialect dialect) {
        return tables.computeIfAbsent(
                        needed(dialect), known -> new Once<>(() -> CsvTable.of(text(known), known.delimiter())))
                .get();
    }

    /** Whether the text begins as XML does. */
    public boolean isXml() {
        return begins("<", Dialect.PLAIN);
    }

    /** Whether the text begins as JSON does. */
    public boolean isJson() {
        return begins("[", Dialect.PLAIN) || begins("{", Dialect.PLAIN);
    }

    /** Whether the text is neither XML nor JSON, and so may be a table. */
    public boolean isTable() {
        return !isXml() && !isJson();
    }

    /** As {@link #isTable()}, of a text that is perhaps not Unicode. */
    public boolean isTable(Dialect dialect) {
        return !begins("<", dialect) && !begins("[", dialect) && !begins("{", dialect);
    }

    /** Unicode reads the same in every dialect, and so only once. */
    private Dialect needed(Dialect dialect) {
        return unicode.get() ? new Dialect(Dialect.PLAIN.encoding(), dialect.delimiter()) : dialect;
    }

    private boolean begins(String mark, Dialect dialect) {
        return text(dialect).begins(mark);
    }
}
