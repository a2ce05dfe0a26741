package io.dividendsomatic.portfolio.ledger.transfers;

import java.util.List;

/**
 * A leg that is paired with no other.
 *
 * @param candidates that could be its other side as well as each other; none where no file tells one
 */
public record OpenLeg(TransferLeg leg, List<TransferLeg> candidates) {

    public OpenLeg {
        candidates = List.copyOf(candidates);
    }
}
