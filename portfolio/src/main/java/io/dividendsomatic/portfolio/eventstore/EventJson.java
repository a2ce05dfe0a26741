package io.dividendsomatic.portfolio.eventstore;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * The one JSON mapper of stored events, frozen: decimals and codes are strings, absent values are left out, properties
 * stand in the order of the record, and a property that nobody knows is an error. It serves nothing else, so that no
 * setting for the web changes what is stored.
 */
public final class EventJson {

    private EventJson() {}

    /** A mapper for the events of this module and of those that bring a module of their own. */
    public static JsonMapper mapper(JacksonModule... more) {
        return JsonMapper.builder()
                .addModule(kernelAsStrings())
                .addModules(more)
                .addMixIn(StatementRow.class, ByKind.class)
                .registerSubtypes(Stream.of(StatementRow.class.getPermittedSubclasses())
                        .map(row -> new NamedType(row, row.getSimpleName()))
                        .toArray(NamedType[]::new))
                .withConfigOverride(
                        BigDecimal.class,
                        override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** The property that tells which record of a sealed family stands in the JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    public interface ByKind {}

    private static SimpleModule kernelAsStrings() {
        SimpleModule module = new SimpleModule("kernel");
        asString(module, AccountId.class, AccountId::toString, AccountId::parse);
        asString(module, Broker.class, Broker::code, Broker::new);
        asString(module, FileId.class, FileId::sha256, FileId::new);
        asString(module, FactId.class, FactId::value, FactId::new);
        asString(module, Isin.class, Isin::code, Isin::new);
        asString(module, CurrencyCode.class, CurrencyCode::code, CurrencyCode::new);
        asString(module, Quantity.class, Quantity::toString, Quantity::of);
        asString(module, UnitPrice.class, UnitPrice::toString, UnitPrice::of);
        asString(module, Amount.class, Amount::toString, Amount::of);
        asString(module, FxRate.class, FxRate::toString, FxRate::of);
        return module;
    }

    private static <T> void asString(
            SimpleModule module, Class<T> type, Function<T, String> print, Function<String, T> parse) {
        module.addSerializer(type, new StdScalarSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(print.apply(value));
            }
        });
        module.addDeserializer(type, new StdScalarDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return parse.apply(json.getString());
            }
        });
    }
}
