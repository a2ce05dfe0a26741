package io.dividendsomatic.ingestion.events;

/** The way by which a file came. */
public enum FileSource {
    DIRECTORY,
    MAIL,
    UPLOAD,
    FLEX_WEB_SERVICE,
    DOWNLOAD,
    COMMAND_LINE
}
