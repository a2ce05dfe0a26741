package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lines of files in one text: {@code <sha-256>:3,4;<sha-256>:7}. */
public final class PackedSources {

    private PackedSources() {}

    public static String pack(List<SourceRef> sources) {
        Map<FileId, String> lines = new LinkedHashMap<>();
        sources.forEach(source ->
                lines.merge(source.fileId(), String.valueOf(source.line()), (before, line) -> before + "," + line));
        return lines.entrySet().stream()
                .map(file -> file.getKey() + ":" + file.getValue())
                .collect(Collectors.joining(";"));
    }

    public static List<SourceRef> unpack(String packed) {
        return unpack(packed, FileId::new);
    }

    /** @param files gives the identity of a file for its text: the same one again where many rows are read */
    static List<SourceRef> unpack(String packed, Function<String, FileId> files) {
        List<SourceRef> sources = new ArrayList<>();
        for (String file : packed.isEmpty() ? new String[0] : packed.split(";", -1)) {
            int colon = file.indexOf(':');
            FileId id = files.apply(file.substring(0, colon));
            for (String line : file.substring(colon + 1).split(",", -1)) {
                sources.add(new SourceRef(id, Integer.parseInt(line)));
            }
        }
        return sources;
    }
}
