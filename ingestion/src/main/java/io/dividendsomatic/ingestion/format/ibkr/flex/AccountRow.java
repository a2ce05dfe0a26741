package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import io.dividendsomatic.portfolio.statement.StatementDetail.Field;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.ArrayList;
import java.util.List;

/** An account by its number and base currency. The owner's name and address stand in the same row and are not kept. */
final class AccountRow {

    private AccountRow() {}

    static Fact read(Cells cells, FlexScope scope) {
        List<StatementRow> rows = new ArrayList<>();
        AccountId account = cells.required("ClientAccountID", scope.account(cells));
        rows.add(new StatementDetail(Field.ACCOUNT, account.number()));
        String column = cells.has("CurrencyPrimary") ? "CurrencyPrimary" : "BaseCurrency";
        if (cells.has(column)) {
            rows.add(new StatementDetail(
                    Field.BASE_CURRENCY, cells.unit(column).currency().code()));
        }
        return new Fact(account, rows, List.of());
    }
}
