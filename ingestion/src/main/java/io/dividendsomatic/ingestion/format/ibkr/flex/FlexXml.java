package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.SafeXml;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Flex query as XML: {@code FlexQueryResponse / FlexStatements / FlexStatement}, one statement for each account and
 * period, in it a section for each table, in that an element for each row. What the web service answers while it has no
 * statement is XML too and is refused with its own words.
 */
final class FlexXml implements StatementFormat {
    private static final String QUERY = "FlexQueryResponse";
    /** The web service's answer to a request, and to one that comes too early. */
    private static final Set<String> ANSWERS = Set.of("FlexStatementResponse", "FlexStatementOperationMessage");

    @Override
    public String name() {
        return "ibkr-flex-xml";
    }

    @Override
    public int parserVersion() {
        return 2;
    }

    @Override
    public int precedence() {
        return 15;
    }

    @Override
    public Recognition recognise(Document document) {
        if (!document.isXml()) {
            return Recognition.NO;
        }
        String root = SafeXml.root(document.text());
        return root.equals(QUERY) || ANSWERS.contains(root) ? Recognition.YES : Recognition.NO;
    }

    @Override
    public Reading read(Document document) {
        List<XmlElement> elements = SafeXml.elements(document.text());
        if (!elements.getFirst().name().equals(QUERY)) {
            throw new RefusedFile(ProblemCode.NOT_A_STATEMENT, "the Flex web service answered: " + words(elements));
        }
        return new FlexXmlReader().read(elements);
    }

    private static String words(List<XmlElement> elements) {
        return elements.stream()
                .filter(element -> !element.text().isEmpty() && !element.name().equals("ReferenceCode"))
                .map(element -> element.name() + " " + element.text())
                .collect(Collectors.joining(", "));
    }
}
