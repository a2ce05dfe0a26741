package io.dividendsomatic.ingestion.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names under which files are put away. A file keeps the very bytes of its name where the other folder is of the same
 * file system, also where the machine's locale has no letters for them; made names are at most as long as file systems
 * allow.
 */
final class FreeName {
    /** Bytes of a name on nearly all file systems. */
    private static final int MAX_BYTES = 255;

    private FreeName() {}

    static Path same(Path folder, InboxFile file) {
        return folder.getFileSystem().equals(file.path().getFileSystem())
                ? folder.resolve(file.path().getFileName())
                : named(folder, file.name(), "", "");
    }

    /** The name with a number before its ending. */
    static Path numbered(Path folder, InboxFile file, int number) {
        String name = file.name();
        int dot = name.lastIndexOf('.');
        return dot <= 0
                ? named(folder, name, "-" + number, "")
                : named(folder, name.substring(0, dot), "-" + number, name.substring(dot));
    }

    /** The name of a file that tells about the other. */
    static Path beside(Path other, String ending) {
        return named(other.resolveSibling(""), String.valueOf(other.getFileName()), "", ending);
    }

    private static Path named(Path folder, String stem, String number, String ending) {
        String name = fitting(stem, number + ending);
        try {
            return folder.resolve(name);
        } catch (InvalidPathException notInThisLocale) {
            return folder.resolve(name.replaceAll("[^\\x20-\\x7E]", "_"));
        }
    }

    /** A long name loses its end, and gets what tells it from others that begin alike. */
    private static String fitting(String stem, String ending) {
        if (bytes(stem + ending) <= MAX_BYTES) {
            return stem + ending;
        }
        String end = "~" + Integer.toHexString(stem.hashCode()) + ending;
        int length = stem.length();
        while (length > 0 && bytes(stem.substring(0, length) + end) > MAX_BYTES) {
            length = stem.offsetByCodePoints(length, -1);
        }
        return stem.substring(0, length) + end;
    }

    private static int bytes(String name) {
        return name.getBytes(UTF_8).length;
    }
}
