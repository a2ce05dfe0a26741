package io.dividendsomatic.portfolio.holdings;

import java.time.Instant;
import java.util.List;
import org.springframework.data.repository.Repository;

/** The accounts by generation. */
interface OpenedAccounts extends Repository<OpenedAccount, OpenedAccount.Id> {

    boolean existsById(OpenedAccount.Id id);

    List<OpenedAccount> findByIdGenerationAndRecordedAtLessThanEqual(int generation, Instant knownAt);
}
