import type {TableSchema} from '../../src/model/table-schema.ts'

/** Car parks: a code that looks like a number, a name, a number. */
export const threeFields: TableSchema = {
  fields: [
    {
      name: 'Code',
      type: 'string',
      title: {en: 'Code', 'zh-Hant': '編號', 'zh-Hans': '编号'},
      constraints: {required: true},
    },
    {name: 'Name', type: 'string', title: {en: 'Name', 'zh-Hant': '名稱', 'zh-Hans': '名称'}},
    {
      name: 'Spaces',
      type: 'integer',
      groupChar: ',',
      title: {en: 'Spaces', 'zh-Hant': '車位', 'zh-Hans': '车位'},
    },
  ],
  primaryKey: ['Code'],
}
