package chart

// object is a JSON object; encoding/json sorts its keys, so its bytes are the same every time.
type object map[string]any

// echartsTheme gives an option that says nothing of colour or font the house's: what ECharts would choose itself is no
// role's colour, and so an error.
func echartsTheme() object {
	palette := make([]string, 0, 8)
	for _, role := range SeriesRoles(8) {
		palette = append(palette, role.Hex())
	}
	label := plainText(Text)
	return object{
		"color":           palette,
		"backgroundColor": "transparent",
		"textStyle":       object{"fontFamily": fontMark, "color": Text.Hex()},
		"title":           object{"textStyle": plainText(Text), "subtextStyle": plainText(Muted)},
		"legend": object{"textStyle": plainText(Text), "inactiveColor": Muted.Hex(),
			"borderColor": Axis.Hex(), "itemStyle": object{"borderWidth": 1}, "pageTextStyle": plainText(Text)},
		"categoryAxis": axisTheme(Text, false),
		"valueAxis":    axisTheme(Muted, true),
		"timeAxis":     axisTheme(Muted, false),
		"logAxis":      axisTheme(Muted, true),
		"bar":          object{"label": label},
		"line":         object{"label": label, "symbol": "none"},
		"scatter":      object{"label": label, "itemStyle": object{"opacity": 1}},
		"markLine":     object{"label": label, "symbol": "none"},
		"markPoint":    object{"label": label},
		"markArea":     object{"label": label, "itemStyle": object{"color": Band.Hex()}},
	}
}

func axisTheme(labels Role, grid bool) object {
	line := object{"show": !grid, "lineStyle": object{"color": Axis.Hex(), "width": 1}}
	return object{
		"axisLine":      line,
		"axisTick":      object{"show": false, "lineStyle": object{"color": Axis.Hex()}},
		"axisLabel":     object{"color": labels.Hex(), "fontSize": 13, "lineHeight": 16, "hideOverlap": false},
		"nameTextStyle": plainText(Muted),
		"splitLine":     object{"show": grid, "lineStyle": object{"color": Grid.Hex(), "width": 1}},
		"minorTick":     object{"lineStyle": object{"color": Axis.Hex()}},
		"splitArea":     object{"areaStyle": object{"color": []string{Band.Hex(), Background.Hex()}}},
	}
}

// plainText turns off the halo that ECharts otherwise draws round labels in a colour of its own.
func plainText(role Role) object {
	return object{"color": role.Hex(), "fontSize": 13, "textBorderWidth": 0}
}
