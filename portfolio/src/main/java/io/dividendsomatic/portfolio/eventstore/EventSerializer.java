package io.dividendsomatic.portfolio.eventstore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as JSON under their stored names, deflated when that pays. Axon's own JSON serializer stores class names
 * and plain text; a class name is no name forever, and plain text costs more of the disk.
 *
 * <p>The first byte tells the two forms apart: JSON of an event begins with <code>&#123;</code> (0x7B), a zlib stream
 * with 0x78.
 */
public final class EventSerializer implements Serializer {
    /** Below this many bytes the deflated form is hardly smaller. */
    private static final int DEFLATE_FROM = 512;

    private static final int ZLIB_HEADER = 0x78;

    private final EventTypes types;
    private final JsonMapper mapper;
    private final Serializer others;
    private final Converter converter = new ChainingConverter();

    /** @param others writes what is no event of ours, such as metadata and tokens */
    public EventSerializer(EventTypes types, JsonMapper mapper, Serializer others) {
        this.types = types;
        this.mapper = mapper;
        this.others = others;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expected) {
        if (object == null || types.of(object.getClass()).isEmpty()) {
            return others.serialize(object, expected);
        }
        byte[] stored = deflated(mapper.writeValueAsBytes(object));
        T content = converter.convert(stored, expected);
        return new SimpleSerializedObject<>(content, expected, typeForClass(object.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expected) {
        return converter.canConvert(byte[].class, expected);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature
    public <S, T> T deserialize(SerializedObject<S> stored) {
        SerializedType type = stored.getType();
        EventType event = types.named(type.getName()).orElse(null);
        if (event == null) {
            return others.deserialize(stored);
        }
        if (!event.revision().equals(type.getRevision())) {
            throw new SerializationException("no reader for revision " + type.getRevision() + " of " + type.getName());
        }
        byte[] json = inflated(converter.convert(stored.getData(), byte[].class));
        return (T) mapper.readValue(json, event.event());
    }

    /** The JSON text of a stored payload, for people and audits. */
    public String json(byte[] payload) {
        return new String(inflated(payload), StandardCharsets.UTF_8);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public Class classForType(SerializedType type) {
        EventType event = types.named(type.getName()).orElse(null);
        if (event == null) {
            return others.classForType(type);
        }
        return event.revision().equals(type.getRevision()) ? event.event() : UnknownSerializedType.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        EventType event = type == null ? null : types.of(type).orElse(null);
        return event == null ? others.typeForClass(type) : new SimpleSerializedType(event.name(), event.revision());
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private static byte[] deflated(byte[] json) {
        if (json.length < DEFLATE_FROM) {
            return json;
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(json.length / 4);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static byte[] inflated(byte[] payload) {
        if (payload.length == 0 || payload[0] != ZLIB_HEADER) {
            return payload;
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(payload))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new SerializationException("a stored event is damaged", e);
        }
    }
}
