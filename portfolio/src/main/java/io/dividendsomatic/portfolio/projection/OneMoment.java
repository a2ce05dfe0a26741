package io.dividendsomatic.portfolio.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A read-only transaction with repeatable reads sees one moment of the tables, so that a question that many parts of an
 * answer ask, such as how far each account is settled, has one answer in it and is asked once. Anywhere else every
 * question is asked anew.
 */
public final class OneMoment {

    private OneMoment() {}

    /** @param question equal to itself only: who asks, and what */
    @SuppressWarnings("unchecked")
    public static <T> T once(Object question, Supplier<T> asked) {
        Answers answers = answers();
        if (answers == null) {
            return asked.get();
        }
        Object known = answers.byQuestion.get(question);
        if (known == null) {
            known = asked.get();
            answers.byQuestion.put(question, known);
        }
        return (T) known;
    }

    /** Whether this thread looks at one moment, in which nothing can be written. */
    public static boolean isSeen() {
        return answers() != null;
    }

    private static @Nullable Answers answers() {
        Integer isolation = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                || isolation == null
                || isolation != TransactionDefinition.ISOLATION_REPEATABLE_READ) {
            return null;
        }
        Answers answers = (Answers) TransactionSynchronizationManager.getResource(OneMoment.class);
        if (answers == null) {
            answers = new Answers();
            TransactionSynchronizationManager.bindResource(OneMoment.class, answers);
            TransactionSynchronizationManager.registerSynchronization(answers);
        }
        return answers;
    }

    /** Leaves with its transaction, also while another one takes its place. */
    private static final class Answers implements TransactionSynchronization {
        private final Map<Object, Object> byQuestion = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(OneMoment.class);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OneMoment.class, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(OneMoment.class);
        }
    }
}
