package io.dividendsomatic.ingestion.source.download;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.StatementSource;
import io.dividendsomatic.ingestion.source.download.DownloadSettings.Address;
import io.dividendsomatic.ingestion.source.web.Hosts;
import io.dividendsomatic.ingestion.source.web.Web;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One file by its address. Its bytes go through the intake like any other, so the same again are known. */
public final class Download implements StatementSource, AutoCloseable {
    private static final Map<String, String> HEADERS = Map.of("User-Agent", "Dividendsomatic");

    private final String name;
    private final Address address;
    private final Web web;
    private final Function<List<Delivery>, List<Receipt>> intake;

    /**
     * @param name as the user calls it
     * @param intake takes files and answers in their order
     */
    public Download(String name, Address address, Function<List<Delivery>, List<Receipt>> intake) {
        this.name = "download." + name;
        this.address = address;
        Set<String> hosts = new TreeSet<>(address.hosts());
        hosts.add(address.url().getHost());
        this.web = new Web(new Hosts(hosts), address.timeout(), Web.bytes(address.limit()), HEADERS);
        this.intake = intake;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Fetched fetch() {
        byte[] content = web.get(address.url()).content(address.url().getHost());
        if (content.length == 0) {
            throw SourceFailed.passing("EMPTY_ANSWER", address.url().getHost() + " answered nothing", null, null);
        }
        Delivery delivery = new Delivery(FileSource.DOWNLOAD, file(), content, null, address.mapping());
        return Fetched.of(intake.apply(delivery.opened()));
    }

    private String file() {
        Path last = Path.of(address.url().getPath()).getFileName();
        return last == null ? address.url().getHost() : last.toString();
    }

    @Override
    public void close() {
        web.close();
    }
}
