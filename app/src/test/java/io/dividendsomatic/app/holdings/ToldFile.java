package io.dividendsomatic.app.holdings;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file by what it says; its bytes are only its name. */
public record ToldFile(AccountId account, String name, Edition edition, List<StatementLine> rows) {

    byte[] content() {
        return (account + " " + name).getBytes(StandardCharsets.UTF_8);
    }

    public FileId id() {
        return FileId.of(content());
    }
}
