package io.dividendsomatic.ingestion.intake;

import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Work on the streams of files in one transaction. Two nodes may do the same at once; one of them wins, and the other one
 * does its work again with what it sees then.
 */
public final class StreamWork {
    private static final int TRIES = 3;

    private final TransactionManager transactions;

    public StreamWork(TransactionManager transactions) {
        this.transactions = transactions;
    }

    <T> T inTransaction(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Supplier<T> work) {
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        ResultMessage<T> result = unit.executeWithResult(work::get);
        if (result.optionalExceptionResult().orElse(null) instanceof RuntimeException refused) {
            throw refused; // the store refuses at the commit, which the unit of work answers as a result
        }
        return result.getPayload();
    }
}
