package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sums of money in one column, as JSON; nothing stands there where there are none. */
final class PackedMoney {
    private static final JsonMapper JSON = EventJson.mapper();
    private static final TypeReference<List<Money>> SUMS = new TypeReference<>() {};

    private PackedMoney() {}

    static @Nullable String pack(List<Money> sums) {
        return sums.isEmpty() ? null : JSON.writeValueAsString(sums);
    }

    static List<Money> unpack(@Nullable String text) {
        return text == null ? List.of() : JSON.readValue(text, SUMS);
    }
}
