package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ext.javatime.ser.InstantSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** How the kernel's words look in requests and answers: accounts, files and codes are text, decimals are plain text. */
@Configuration(proxyBeanMethods = false)
class ApiJson {
    private static final List<Class<?>> TEXT = List.of(
            AccountId.class,
            Broker.class,
            CurrencyCode.class,
            FactId.class,
            FileId.class,
            InstrumentKey.class,
            Isin.class,
            Quantity.class,
            UnitPrice.class,
            Amount.class,
            FxRate.class,
            BigDecimal.class);

    @Bean
    JacksonModule kernelAsText(Clock clock) {
        SimpleModule module = new SimpleModule("api");
        TEXT.forEach(type -> module.addSerializer(type, ToStringSerializer.instance));
        module.addSerializer(BigDecimal.class, new StdScalarSerializer<>(BigDecimal.class) {
            @Override
            public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
                json.writeString(value.toPlainString());
            }
        });
        module.addSerializer(Instant.class, new StdScalarSerializer<>(Instant.class) {
            @Override
            public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
                InstantSerializer.INSTANCE.serialize(Moment.named(value, clock), json, context);
            }
        });
        TEXT.forEach(type -> SpringDocUtils.getConfig().replaceWithClass(type, String.class));
        return module;
    }

    @Bean
    Converter<String, @Nullable AccountId> accountFromText() {
        return new Converter<>() {
            @Override
            public @Nullable AccountId convert(String text) {
                return text.isBlank() ? null : AccountId.parse(text);
            }
        };
    }

    /** Without it Spring would take {@link FactId#of}, which makes an identity of any text. */
    @Bean
    Converter<String, FactId> factFromText() {
        return new Converter<>() {
            @Override
            public FactId convert(String text) {
                return new FactId(text);
            }
        };
    }
}
