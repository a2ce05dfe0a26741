package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The broker's two-letter types of corporate actions. */
final class ActionKind {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("FS", Kind.SPLIT),
            Map.entry("FI", Kind.SPLIT),
            Map.entry("RS", Kind.SPLIT),
            Map.entry("CS", Kind.SPLIT),
            Map.entry("CC", Kind.SPLIT),
            Map.entry("SD", Kind.STOCK_DIVIDEND),
            Map.entry("HI", Kind.STOCK_DIVIDEND),
            Map.entry("HD", Kind.STOCK_DIVIDEND),
            Map.entry("CH", Kind.STOCK_DIVIDEND),
            Map.entry("SO", Kind.SPIN_OFF),
            Map.entry("CO", Kind.SPIN_OFF),
            Map.entry("TC", Kind.MERGER),
            Map.entry("TO", Kind.TENDER),
            Map.entry("TI", Kind.TENDER),
            Map.entry("RI", Kind.RIGHTS_ISSUE),
            Map.entry("DI", Kind.RIGHTS_ISSUE),
            Map.entry("SR", Kind.RIGHTS_EXERCISE),
            Map.entry("ED", Kind.RIGHTS_EXERCISE),
            Map.entry("IC", Kind.IDENTITY_CHANGE),
            Map.entry("BM", Kind.REDEMPTION),
            Map.entry("TM", Kind.REDEMPTION),
            Map.entry("PC", Kind.REDEMPTION),
            Map.entry("DW", Kind.DELISTING),
            Map.entry("PD", Kind.DELISTING),
            Map.entry("PV", Kind.CONSENT),
            Map.entry("BC", Kind.EXCHANGE),
            Map.entry("OR", Kind.EXCHANGE));

    private ActionKind() {}

    static Optional<Kind> find(@Nullable String type) {
        return type == null ? Optional.empty() : Optional.ofNullable(KINDS.get(type));
    }
}
