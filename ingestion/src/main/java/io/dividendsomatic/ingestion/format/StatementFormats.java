package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Recognition.Close;
import io.dividendsomatic.ingestion.format.Recognition.Recognised;
import io.dividendsomatic.ingestion.format.ecb.EcbRates;
import io.dividendsomatic.ingestion.format.generic.Mappings;
import io.dividendsomatic.ingestion.format.ibkr.IbkrFormats;
import io.dividendsomatic.ingestion.format.lynx.LynxGains;
import io.dividendsomatic.ingestion.format.manual.ManualRates;
import io.dividendsomatic.ingestion.format.nordnet.NordnetFormats;
import io.dividendsomatic.ingestion.format.vendor.VendorAnswers;
import io.dividendsomatic.ingestion.format.yahoo.YahooDividends;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formats that are known, and the one way to read a file with them. */
public final class StatementFormats {
    /** Begins the name of every format that a mapping describes. */
    private static final String MAPPED = "generic:";

    /** Formats named to a person whose file is none of them. */
    private static final int MOST_NEAR = 3;

    private final List<StatementFormat> formats;

    public StatementFormats(List<StatementFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    public static StatementFormats builtIn() {
        return with(List.of());
    }

    /** The built-in formats and the user's own, which replace those of the same name. */
    public static StatementFormats with(List<StatementFormat> own) {
        Set<String> names = own.stream().map(StatementFormat::name).collect(Collectors.toSet());
        Stream<StatementFormat> builtIn = Stream.of(
                        IbkrFormats.ALL,
                        NordnetFormats.ALL,
                        List.of(
                                new LynxGains(),
                                new YahooDividends(),
                                new EcbRates(),
                                new ManualRates(),
                                new VendorAnswers()),
                        Mappings.builtIn())
                .flatMap(List::stream)
                .filter(format -> !names.contains(format.name()));
        return new StatementFormats(Stream.concat(builtIn, own.stream()).toList());
    }

    /**
     * What the file becomes: {@code [RowsParsed*, FileParsed]}, or {@code [RowsParsed*, FileRejected]} with all of its
     * rows or none of them. Never throws for its content.
     */
    public List<FileEvent> read(FileArrived arrival, byte[] content) {
        StatementFormat format = null;
        try {
            refuseArchive(content);
            Document document = new Document(content);
            format = recognise(document, arrival.mapping());
            return Conclusion.of(arrival, format, document);
        } catch (RefusedFile refused) {
            return List.of(rejected(arrival, format, refused));
        }
    }

    /** An archive that can be opened was opened at the intake, unless it lay in another. */
    private static void refuseArchive(byte[] content) {
        if (Envelope.is(content)) {
            Envelope.open(content);
            throw new RefusedFile(ProblemCode.NESTED_ARCHIVE, "an archive inside an archive is not opened");
        }
    }

    /** Whether a sender can name this mapping, with or without {@value #MAPPED} before it. */
    public boolean hasMapping(String name) {
        return mapping(name).isPresent();
    }

    private Optional<StatementFormat> mapping(String name) {
        String full = name.startsWith(MAPPED) ? name : MAPPED + name;
        return formats.stream().filter(format -> format.name().equals(full)).findFirst();
    }

    /** The mapping that the sender named and nothing else, or all. */
    private List<StatementFormat> candidates(@Nullable String mapping) {
        if (mapping == null) {
            return formats;
        }
        return List.of(mapping(mapping)
                .orElseThrow(() ->
                        new RefusedFile(ProblemCode.UNKNOWN_MAPPING, "there is no mapping named " + mapping + " now")));
    }

    private StatementFormat recognise(Document document, @Nullable String mapping) {
        List<StatementFormat> recognising = new ArrayList<>();
        RefusedFile unreadable = null;
        for (StatementFormat format : candidates(mapping)) {
            try {
                if (format.recognise(document) instanceof Recognised) {
                    recognising.add(format);
                }
            } catch (RefusedFile refused) {
                boolean asItShowsItself = format.dialect().delimiter() == null;
                unreadable = unreadable == null && asItShowsItself ? refused : unreadable;
            }
        }
        if (recognising.isEmpty()) {
            throw unreadable != null ? unreadable : unknown(document, mapping);
        }
        return onlyOneOf(recognising);
    }

    private static StatementFormat onlyOneOf(List<StatementFormat> recognising) {
        StatementFormat.Rank first = recognising.stream()
                .map(StatementFormat::rank)
                .min(StatementFormat.Rank::compareTo)
                .orElseThrow();
        List<StatementFormat> equals =
                recognising.stream().filter(format -> format.rank() == first).toList();
        if (equals.size() > 1) {
            String names = equals.stream().map(StatementFormat::name).collect(Collectors.joining(" and "));
            throw new RefusedFile(ProblemCode.AMBIGUOUS_FORMAT, "the file can be read as " + names);
        }
        return equals.getFirst();
    }

    private RefusedFile unknown(Document document, @Nullable String mapping) {
        if (mapping != null) {
            return new RefusedFile(
                    ProblemCode.UNKNOWN_FORMAT,
                    "the mapping " + mapping + " does not fit the file: "
                            + candidates(mapping).getFirst().difference(document));
        }
        List<Near> near = formats.stream()
                .flatMap(format -> Near.of(format, document).stream())
                .sorted(Comparator.comparingInt(one -> one.missing().size()))
                .limit(MOST_NEAR)
                .toList();
        return new RefusedFile(
                ProblemCode.UNKNOWN_FORMAT,
                near.isEmpty()
                        ? "no known format has these first lines"
                        : "no known format has these columns; close are "
                                + near.stream().map(Near::toString).collect(Collectors.joining("; ")));
    }

    /** A format that a file is not of, by the columns that it lacks. */
    private record Near(String format, List<String> missing) {
        static Optional<Near> of(StatementFormat format, Document document) {
            try {
                return format.lookCloser(document) instanceof Close close
                        ? Optional.of(new Near(format.name(), close.missing()))
                        : Optional.empty();
            } catch (RefusedFile unreadable) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return format + " (lacks " + String.join(", ", missing) + ")";
        }
    }

    private static FileRejected rejected(FileArrived arrival, @Nullable StatementFormat format, RefusedFile refused) {
        return new FileRejected(
                arrival.file(),
                format == null ? null : format.name(),
                format == null ? null : format.parserVersion(),
                refused.problem());
    }
}
