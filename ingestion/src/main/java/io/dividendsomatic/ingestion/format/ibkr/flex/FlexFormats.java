package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.StatementFormat;
import java.util.List;
import java.util.stream.Stream;

/** The formats of Flex queries: one for the XML, one for each kind of CSV. */
public final class FlexFormats {
    public static final List<StatementFormat> ALL = Stream.<StatementFormat>concat(
                    Stream.of(new FlexXml()), Stream.of(FlexKind.values()).map(FlexCsv::new))
            .toList();

    private FlexFormats() {}
}
