package io.dividendsomatic.ingestion.format;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file's bytes, and the shapes in which formats look at them; each shape is made once. */
public final class Document {
    private final byte[] content;
    private @Nullable Boolean unicode;
    private final Map<Charset, SourceText> texts = new HashMap<>();
    private final Map<Dialect, CsvTable> tables = new HashMap<>();

    public Document(byte[] content) {
        this.content = content;
    }

    /** The text as the bytes tell their encoding. Throws RefusedFile for what is not text. */
    public SourceText text() {
        return text(Dialect.PLAIN);
    }

    /** The text, in the dialect's encoding where the bytes are not Unicode. Throws RefusedFile for what is not text. */
    public SourceText text(Dialect dialect) {
        return texts.computeIfAbsent(needed(dialect).encoding(), encoding -> SourceText.decode(content, encoding));
    }

    /** The records of a table. Throws RefusedFile for what is none. */
    public CsvTable table(Dialect dialect) {
        return tables.computeIfAbsent(needed(dialect), known -> CsvTable.of(text(known), known.delimiter()));
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
        if (unicode == null) {
            unicode = Encoding.of(content).reads(content);
        }
        return unicode ? new Dialect(Dialect.PLAIN.encoding(), dialect.delimiter()) : dialect;
    }

    private boolean begins(String mark, Dialect dialect) {
        return text(dialect).text().stripLeading().startsWith(mark);
    }
}
