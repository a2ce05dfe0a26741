package io.dividendsomatic.ingestion.source.prices;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.prices.VendorPrices.Held;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In the table {@code missing_price}; one node at a time writes a source's rows, the one that holds its lease. */
@Component
class StoredMissingPrices implements MissingPrices {
    private static final int MAX_TEXT = 500;

    private final JdbcClient jdbc;

    StoredMissingPrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void found(String source, Held held, Instant at, List<Reason> reasons) {
        jdbc.sql("DELETE FROM missing_price WHERE source = :source AND isin = :isin AND currency = :currency")
                .param("source", source)
                .param("isin", held.isin().code())
                .param("currency", held.currency().code())
                .update();
        for (int i = 0; i < reasons.size(); i++) {
            Reason reason = reasons.get(i);
            String message = reason.message();
            jdbc.sql("INSERT INTO missing_price (source, isin, currency, turn, vendor, code, message, asked_at)"
                            + " VALUES (:source, :isin, :currency, :turn, :vendor, :code, :message, :at)")
                    .param("source", source)
                    .param("isin", held.isin().code())
                    .param("currency", held.currency().code())
                    .param("turn", i)
                    .param("vendor", reason.vendor())
                    .param("code", reason.code())
                    .param("message", message.substring(0, Math.min(message.length(), MAX_TEXT)))
                    .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .update();
        }
    }

    @Override
    public List<Missing> all() {
        return jdbc.sql("SELECT source, isin, currency, asked_at, vendor, code, message FROM missing_price"
                        + " ORDER BY source, isin, currency, turn")
                .query((row, number) -> new Missing(
                        row.getString(1),
                        new Isin(row.getString(2)),
                        new CurrencyCode(row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        new Reason(row.getString(5), row.getString(6), row.getString(7))))
                .list();
    }
}
