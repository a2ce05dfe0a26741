package io.dividendsomatic.reporting.allocation;

/** By what positions are grouped; the contract writes them in camel case. */
public enum By {
    /** In which the position is quoted. */
    CURRENCY("currency"),
    BROKER("broker"),
    ACCOUNT("account"),
    /** As the user decided, else that of the ISIN. */
    COUNTRY("country"),
    /** No file tells one: everything is in the one group without a name. */
    SECTOR("sector"),
    ASSET_CLASS("assetClass"),
    INSTRUMENT("instrument");

    private final String code;

    By(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
