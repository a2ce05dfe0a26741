package io.dividendsomatic.reporting.allocation;

import io.dividendsomatic.dividends.history.StatedTerms;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.transactions.Cash;
import io.dividendsomatic.reporting.consolidated.Positions;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers how what is held divides. */
@Component
public class Allocations {
    private final Positions positions;
    private final StatedTerms.Versions terms;

    Allocations(Positions positions, StatedTerms.Versions terms) {
        this.positions = positions;
        this.terms = terms;
    }

    /** @param cash whether cash and loans are groups beside the positions */
    public AllocationReport answer(HoldingsOn question, By by, boolean cash) {
        Standing standing = positions.on(question);
        StatedTerms stated = terms.at(question.knownAt());
        List<Piece> pieces = new ArrayList<>(standing.holdings().items().stream()
                .flatMap(holding -> pieces(holding, question.asOf(), by, stated))
                .toList());
        if (cash) {
            standing.cash().stream().flatMap(balance -> piece(balance, by)).forEach(pieces::add);
        }
        return new AllocationReport(
                question.asOf(),
                question.knownAt(),
                standing.holdings().currency(),
                by.code(),
                cash,
                cash ? AllocationReport.NET_VALUE : AllocationReport.POSITIONS,
                Allocation.of(pieces),
                standing.quality(cash),
                standing.unresolved("marketValue", cash));
    }

    private static Stream<Piece> pieces(Holding holding, LocalDate asOf, By by, StatedTerms stated) {
        return holding.accounts().stream()
                .flatMap(part -> Stream.ofNullable(part.inReportingCurrency().marketValue())
                        .map(value -> new Piece(
                                key(holding, part, by, stated),
                                by == By.INSTRUMENT ? holding.label() : key(holding, part, by, stated),
                                value,
                                Standing.quality(part, asOf))));
    }

    private static @Nullable String key(Holding holding, HeldIn part, By by, StatedTerms stated) {
        return switch (by) {
            case CURRENCY -> holding.currency().code();
            case BROKER -> part.account().broker().code();
            case ACCOUNT -> part.account().toString();
            case COUNTRY -> country(holding.isin(), stated.countries().decided());
            case SECTOR -> holding.isin() == null ? null : stated.sectors().get(holding.isin());
            case ASSET_CLASS -> holding.assetClass();
            case INSTRUMENT -> instrument(holding, part);
        };
    }

    /** A name that is no ISIN means something at its broker only. */
    private static String instrument(Holding holding, HeldIn part) {
        return holding.isin() != null
                ? holding.isin().code()
                : part.account().broker().code() + ":" + holding.label();
    }

    /** The first two letters of an ISIN, but for the codes of clearing systems. */
    private static @Nullable String country(@Nullable Isin isin, Map<Isin, String> decided) {
        if (isin == null) {
            return null;
        }
        String told = decided.get(isin);
        boolean none = isin.isInternal() || isin.code().startsWith("X");
        return told != null ? told : none ? null : isin.code().substring(0, 2);
    }

    private static Stream<Piece> piece(Cash balance, By by) {
        String key = switch (by) {
            case CURRENCY -> balance.currency().code();
            case BROKER -> balance.account().broker().code();
            case ACCOUNT -> balance.account().toString();
            case COUNTRY, SECTOR, ASSET_CLASS, INSTRUMENT -> "CASH";
        };
        BigDecimal value = balance.inReportingCurrency().balance();
        return value == null ? Stream.empty() : Stream.of(new Piece(key, key, value, Quality.ACTUAL));
    }
}
