package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Refuses questions about accounts that no file ever named. */
@Component
public class KnownAccounts {
    private final Accounts accounts;

    KnownAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Throws ApiProblem for the first unknown one; no account at all means every one. */
    public List<AccountId> check(@Nullable List<AccountId> asked) {
        List<AccountId> all = asked == null ? List.of() : asked;
        if (all.stream().anyMatch(Objects::isNull)) { // Spring's word for a blank among them
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "account: one of them is blank");
        }
        all.forEach(this::check);
        return all;
    }

    AccountId check(AccountId account) {
        if (!accounts.exists(account)) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_ACCOUNT", "No file ever named the account " + account);
        }
        return account;
    }
}
