package io.dividendsomatic.ingestion.format;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.dividendsomatic.ingestion.events.ProblemCode;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that anybody may have made. There are no document types and no entities but the five of XML itself, nothing
 * is fetched, and depth, attributes and their lengths have limits; all else is {@code BROKEN_XML}, a value beyond any
 * text {@code TOO_LARGE}. A line may be of any length: the whole document may stand on one.
 */
public final class SafeXml {
    /** Elements inside each other; a Flex query has five. */
    private static final int MAX_DEPTH = 32;
    /** Attributes of an element; the widest known row, a cash report, has some 300. */
    private static final int MAX_ATTRIBUTES = CsvTable.MAX_COLUMNS;

    private static final XMLInputFactory FACTORY = factory();

    private final SourceText source;
    private final List<XmlElement> elements = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Deque<StringBuilder> texts = new ArrayDeque<>();
    private final List<String> path = new ArrayList<>();

    private final StartTags tags;

    private SafeXml(SourceText source) {
        this.source = source;
        this.tags = new StartTags(source.text());
    }

    /** Every element in document order. Throws RefusedFile for what is no well-formed document, or has a document type. */
    public static List<XmlElement> elements(SourceText source) {
        SafeXml xml = new SafeXml(source);
        xml.read(false);
        return Collections.unmodifiableList(xml.elements);
    }

    /** The root's name, without reading further. Throws RefusedFile for what does not begin as a document. */
    public static String root(SourceText source) {
        SafeXml xml = new SafeXml(source);
        xml.read(true);
        return xml.path.getFirst();
    }

    private void read(boolean onlyRoot) {
        try {
            XMLStreamReader reader =
                    FACTORY.createXMLStreamReader(new StringReader(source.text().stripLeading()));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case START_ELEMENT -> begin(reader);
                    case END_ELEMENT -> end();
                    case CHARACTERS, CDATA -> text(reader.getText());
                    case DTD, ENTITY_REFERENCE -> throw refused(reader, "document types and entities are not read");
                    default -> {}
                }
                if (onlyRoot && !path.isEmpty()) {
                    break;
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            // The parser's own words come in the language of the machine: the place must do.
            throw new RefusedFile(
                    Math.max(e.getLocation().getLineNumber(), 0),
                    ProblemCode.BROKEN_XML,
                    "no well-formed XML before column " + e.getLocation().getColumnNumber());
        }
    }

    private void begin(XMLStreamReader reader) {
        if (path.size() == MAX_DEPTH) {
            throw refused(reader, "elements stand at most %d deep".formatted(MAX_DEPTH));
        }
        path.add(reader.getLocalName());
        open.push(elements.size());
        texts.push(new StringBuilder());
        elements.add(new XmlElement(source, tags.next(), tags.end(), List.copyOf(path), attributes(reader), ""));
    }

    private void end() {
        int index = open.pop();
        String text = texts.pop().toString().strip();
        if (!text.isEmpty()) {
            XmlElement plain = elements.get(index);
            elements.set(
                    index, new XmlElement(source, plain.begin(), plain.end(), plain.path(), plain.attributes(), text));
        }
        path.removeLast();
    }

    private void text(String text) {
        if (!texts.isEmpty() && texts.peek().length() + text.length() <= CsvTable.MAX_CELL) {
            texts.peek().append(text);
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        if (reader.getAttributeCount() > MAX_ATTRIBUTES) {
            throw refused(reader, "an element has at most %,d attributes".formatted(MAX_ATTRIBUTES));
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i);
            if (value.length() > CsvTable.MAX_CELL) {
                throw refused(
                        reader,
                        ProblemCode.TOO_LARGE,
                        "a value has at most %,d characters".formatted(CsvTable.MAX_CELL));
            }
            attributes.put(reader.getAttributeLocalName(i), value.strip());
        }
        return Collections.unmodifiableMap(attributes);
    }

    private static RefusedFile refused(XMLStreamReader reader, String message) {
        return refused(reader, ProblemCode.BROKEN_XML, message);
    }

    private static RefusedFile refused(XMLStreamReader reader, ProblemCode code, String message) {
        Location place = reader.getLocation();
        return new RefusedFile(
                place.getLineNumber(), code, message + ", before column " + place.getColumnNumber() + " of the line");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(MAX_ATTRIBUTES));
        factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(2 * MAX_DEPTH));
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }
}
