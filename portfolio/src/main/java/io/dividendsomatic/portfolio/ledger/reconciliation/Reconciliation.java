package io.dividendsomatic.portfolio.ledger.reconciliation;

import java.util.List;
import java.util.stream.Stream;

/** Compares every figure that a file prints of an account with what our ledger says, and hides nothing that differs. */
public final class Reconciliation {

    private Reconciliation() {}

    public static List<ReconciliationLine> of(StatementFile file, Ours ours) {
        return Stream.of(
                        new PositionLines(file, ours).lines(),
                        new CashLines(file, ours).lines(),
                        new TotalLines(file, ours).lines(),
                        new ValueLines(file, ours).lines())
                .flatMap(lines -> lines)
                .toList();
    }
}
