package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dividendsomatic.ingestion.events.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip archive in which a sender put files (PKWARE APPNOTE 6.3), known by its first bytes and never by its name. What
 * its headers say of sizes is not believed: bytes are counted as they come out.
 */
public final class Envelope {
    /** Files: a month of daily statements of four accounts, and what one answer can list. */
    static final int MAX_FILES = 100;
    /** Bytes of a file: as many as are taken of a plain one. */
    static final long MAX_FILE = 64L << 20;
    /** Bytes of all files, which stand in the memory together: no more than of the largest plain file. */
    static final long MAX_TOTAL = MAX_FILE;
    /** Bytes out for a byte in; statements have some 20, and what is made to fill a disk has 1,000. */
    static final long MAX_RATIO = 100;
    /** Bytes of a file that may come out at any ratio: a short table of blanks harms nobody. */
    static final long ANY_RATIO = 1L << 20;

    private static final int BUFFER = 65_536;

    private final Entries entries;
    private final List<Content> files = new ArrayList<>();
    private int headers;
    private long total;

    private Envelope(Entries entries) {
        this.entries = entries;
    }

    /**
     * A file of the archive.
     *
     * @param path what the archive calls it, with folders: only a name, never a place to write to
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way in, never compared
    public record Content(String path, byte[] bytes) {}

    /** Whether the bytes begin as an archive does: with an entry, without any, or as one of several volumes. */
    public static boolean is(byte[] content) {
        return Stream.of("PK\3\4", "PK\5\6", "PK\7\b").anyMatch(mark -> new Bytes(content).has(mark, 0));
    }

    /**
     * The files of an archive in its order, without what systems hide in it. Throws RefusedFile when it is cut, damaged,
     * encrypted, empty, an office document, or beyond a limit.
     */
    public static List<Content> open(byte[] archive) {
        try (Entries entries = new Entries(archive)) {
            Envelope envelope = new Envelope(entries);
            envelope.read();
            envelope.refuseCut(new Bytes(archive));
            return List.copyOf(envelope.files);
        } catch (EOFException e) {
            throw cut();
        } catch (IOException e) { // damage: the bytes themselves stand in the memory
            throw broken(e.getMessage() == null ? "it is damaged" : e.getMessage());
        }
    }

    private void read() throws IOException {
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            headers++;
            String path = name(entry).replace('\\', '/');
            if (path.equals("[Content_Types].xml") || path.equals("mimetype")) {
                throw new RefusedFile(
                        ProblemCode.UNKNOWN_FORMAT, "an office document is no statement; save its table as CSV");
            }
            byte[] bytes = inflated(entry);
            if (path.endsWith("/") || isHidden(path)) {
                continue;
            }
            if (files.size() == MAX_FILES) {
                throw tooLarge("an archive holds at most %,d files".formatted(MAX_FILES));
            }
            files.add(new Content(path, bytes));
        }
    }

    /** Also of entries that are passed over: they must come out before the next one does. */
    private byte[] inflated(ZipEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int count = entries.read(buffer); count >= 0; count = entries.read(buffer)) {
            bytes.write(buffer, 0, count);
            total += count;
            if (total > MAX_TOTAL) {
                throw tooLarge("the files of an archive have at most %,d bytes in all; send them in several archives"
                        .formatted(MAX_TOTAL));
            }
            if (entry.getMethod() == ZipEntry.DEFLATED
                    && bytes.size() > ANY_RATIO
                    && bytes.size() / MAX_RATIO > entries.bytesIn()) {
                throw tooLarge("a file of an archive is at most %,d times as large as in it".formatted(MAX_RATIO));
            }
        }
        return bytes.toByteArray();
    }

    /** The directory at the end counts the entries; an archive that was cut has none, and reads as a shorter one. */
    private void refuseCut(Bytes archive) {
        int end = archive.directoryEnd();
        if (end < 0) {
            throw cut();
        }
        int counted = archive.number(end + 10);
        if (counted != headers && counted != 0xFFFF) { // stands for: see the directory of zip64
            throw broken("its directory names %,d entries, and there are %,d".formatted(counted, headers));
        }
        if (files.isEmpty()) {
            throw new RefusedFile(ProblemCode.EMPTY_FILE, "the archive holds no file");
        }
    }

    /** The folder of what macOS keeps beside each file, and names that begin with a dot. */
    private static boolean isHidden(String path) {
        return Stream.of(path.split("/"))
                .anyMatch(name -> name.equals("__MACOSX") || (name.startsWith(".") && !name.matches("\\.\\.?")));
    }

    /** Many programs write UTF-8 and do not mark it; what is not, stays as the bytes stand. */
    private static String name(ZipEntry entry) {
        byte[] bytes = entry.getName().getBytes(ISO_8859_1);
        String unmarked = new String(bytes, UTF_8);
        boolean marked = !new String(bytes, ISO_8859_1).equals(entry.getName());
        return marked || unmarked.contains("\uFFFD") ? entry.getName() : unmarked;
    }

    private static RefusedFile broken(String why) {
        return new RefusedFile(ProblemCode.BROKEN_ARCHIVE, "the archive cannot be opened: " + why);
    }

    private static RefusedFile cut() {
        return new RefusedFile(
                ProblemCode.TRUNCATED, "the archive ends before its directory; send it again from where it is whole");
    }

    private static RefusedFile tooLarge(String limit) {
        return new RefusedFile(ProblemCode.TOO_LARGE, limit);
    }

    /** The entries one behind the other, and how many bytes each took so far. */
    private static final class Entries extends ZipInputStream {
        Entries(byte[] archive) {
            super(new ByteArrayInputStream(archive), ISO_8859_1);
        }

        long bytesIn() {
            return inf.getBytesRead();
        }
    }

    /** Numbers and marks of an archive, little-endian as APPNOTE 4.3 has them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bytes(byte[] bytes) {
        /** Bytes of the record at the end of an archive, without its comment of at most 65,535. */
        private static final int END_RECORD = 22;

        boolean has(String mark, int at) {
            return at + mark.length() <= bytes.length && new String(bytes, at, mark.length(), ISO_8859_1).equals(mark);
        }

        int number(int at) {
            return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
        }

        /** Where the record begins whose comment ends with the archive, or -1. */
        int directoryEnd() {
            int last = bytes.length - END_RECORD;
            for (int at = last; at >= Math.max(0, last - 0xFFFF); at--) {
                if (has("PK\5\6", at) && at + END_RECORD + number(at + 20) == bytes.length) {
                    return at;
                }
            }
            return -1;
        }
    }
}
