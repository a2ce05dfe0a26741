package io.dividendsomatic.ingestion.journal;

import io.dividendsomatic.portfolio.kernel.AccountId;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Accounts in one column, with a space between them; an account's own text has none. */
final class AccountsText implements AttributeConverter<List<AccountId>, String> {

    @Override
    public String convertToDatabaseColumn(List<AccountId> accounts) {
        return accounts.stream().map(AccountId::toString).collect(Collectors.joining(" "));
    }

    @Override
    public List<AccountId> convertToEntityAttribute(String text) {
        return Stream.of(text.split(" "))
                .filter(account -> !account.isEmpty())
                .map(AccountId::parse)
                .toList();
    }
}
