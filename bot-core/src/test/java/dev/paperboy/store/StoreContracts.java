package dev.paperboy.store;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogContract;
import dev.paperboy.catalog.ChangesContract;
import dev.paperboy.reader.Readers;
import dev.paperboy.reader.ReadersContract;
import dev.paperboy.summary.model.KeptSummaries;
import dev.paperboy.summary.model.KeptSummariesContract;
import java.util.List;
import java.util.function.Function;

/** Every contract that the store keeps, each tried on both engines. */
final class StoreContracts {
  /**
   * @param on a contract's tests over the port of an open store
   */
  record Tried(Class<?> contract, Function<Store, Object> on) {}

  static final List<Tried> ALL =
      List.of(
          new Tried(CatalogContract.class, StoreContracts::catalog),
          new Tried(ChangesContract.class, StoreContracts::changes),
          new Tried(ReadersContract.class, StoreContracts::readers),
          new Tried(KeptSummariesContract.class, StoreContracts::keptSummaries));

  private StoreContracts() {}

  private static Object catalog(Store store) {
    return new CatalogContract() {
      @Override
      protected Catalog catalog() {
        return store.catalog();
      }
    };
  }

  private static Object changes(Store store) {
    return new ChangesContract() {
      @Override
      protected Catalog catalog() {
        return store.catalog();
      }
    };
  }

  private static Object readers(Store store) {
    return new ReadersContract() {
      @Override
      protected Readers readers() {
        return store.readers();
      }
    };
  }

  private static Object keptSummaries(Store store) {
    return new KeptSummariesContract() {
      @Override
      protected KeptSummaries kept() {
        return store.keptSummaries();
      }
    };
  }
}
