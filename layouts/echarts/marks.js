// ECharts marks only what carries a data item, so a line without symbols, its area and the labels stay anonymous, and
// a target line passes for data item 0 of its series. Here every drawn element says where it belongs:
//
//   ecmeta_serie  the series' index in the option
//   ecmeta_punkt  the data item's index, on elements that stand for one
//   ecmeta_del    'forklaring' in the legend, 'markering' for markLine, markArea and markPoint
//
// A piece of the graphic component says by its name, 'serie:3', that it belongs to a series.
//
// The normaliser in internal/chart turns them into data-serie, data-punkt and data-del.
import { getECData } from 'echarts/lib/util/innerStore.js';
import { registerSSRDataGetter } from 'zrender/lib/zrender.js';

// markSeries notes the series on the groups that ECharts draws them in. Call it after setOption; init replaces the
// getter, so it is registered again for every chart.
export function markSeries(chart) {
  const owners = new Map();
  chart.getModel().eachSeries((series) => owners.set(chart.getViewOfSeriesModel(series).group, series.seriesIndex));
  registerSSRDataGetter((element) => {
    const marks = describe(element, owners);
    return marks && { each: (visit) => Object.entries(marks).forEach(([key, value]) => visit(value, key)) };
  });
}

function describe(element, owners) {
  const { dataIndex, seriesIndex, ssrType, dataModel } = getECData(element);
  if (ssrType === 'legend') return { serie: seriesIndex, del: 'forklaring' };
  for (let at = element; at; at = at.parent ?? at.__hostTarget) {
    const [, named] = /^serie:(\d+)$/.exec(at.name) ?? [];
    if (named) return { serie: Number(named) };
    if (owners.has(at)) return { serie: owners.get(at), punkt: dataIndex };
    const model = dataModel ?? getECData(at).dataModel;
    if (/^mark/.test(model?.type)) return { serie: getECData(at).seriesIndex ?? seriesIndex, del: 'markering' };
  }
  return undefined;
}
