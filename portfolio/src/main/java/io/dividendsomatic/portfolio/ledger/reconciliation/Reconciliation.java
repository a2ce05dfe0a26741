package io.dividendsomatic.portfolio.ledger.reconciliation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares every figure that a file prints of an account with what our ledger says, and hides nothing that differs. A
 * figure that a file prints in several places, such as the balance of the only currency and the sum of all of them, is
 * one line that names each.
 */
public final class Reconciliation {

    private Reconciliation() {}

    public static List<ReconciliationLine> of(StatementFile file, Ours ours) {
        Map<ReconciliationLine, ReconciliationLine> lines = new LinkedHashMap<>();
        Stream.of(
                        new PositionLines(file, ours).lines(),
                        new CashLines(file, ours).lines(),
                        new TotalLines(file, ours).lines(),
                        new ValueLines(file, ours).lines())
                .flatMap(each -> each)
                .forEach(line -> lines.merge(line.unsourced(), line, (one, other) -> one.naming(other.sources())));
        return List.copyOf(lines.values());
    }
}
